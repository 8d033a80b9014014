namespace CallFlows.Emulator.Streams;

/// <summary>What one participant makes heard: clips, one after the other, on the clock.</summary>
internal sealed class Voice
{
    private const int MaxClips = 1000;

    private readonly Queue<(DateTimeOffset Start, AudioClip Clip)> _clips = new();
    private DateTimeOffset _freeAt;

    /// <summary>Makes a clip heard when those before it have ended. Beyond a bound it is not heard.</summary>
    public void Add(DateTimeOffset now, AudioClip clip)
    {
        if (_clips.Count >= MaxClips)
            return;
        DateTimeOffset start = _freeAt > now ? _freeAt : now;
        _clips.Enqueue((start, clip));
        _freeAt = start + clip.Duration;
    }

    /// <summary>Adds what is heard from a time on to the samples of a frame.</summary>
    /// <returns>Whether anything was heard.</returns>
    public bool AddTo(Span<int> samples, DateTimeOffset from, int rate)
    {
        while (_clips.TryPeek(out (DateTimeOffset Start, AudioClip Clip) first) && first.Start + first.Clip.Duration <= from)
            _clips.Dequeue();
        bool heard = false;
        foreach ((DateTimeOffset start, AudioClip clip) in _clips)
        {
            TimeSpan begun = from - start;
            if (begun.TotalSeconds * rate <= -samples.Length)
                break;
            heard |= AddTo(samples, begun, clip, rate);
        }

        return heard;
    }

    private static bool AddTo(Span<int> samples, TimeSpan begun, AudioClip clip, int rate)
    {
        bool heard = false;
        for (int i = 0; i < samples.Length; i++)
        {
            TimeSpan at = begun + TimeSpan.FromTicks(TimeSpan.TicksPerSecond * i / rate);
            if (at < TimeSpan.Zero || at >= clip.Duration)
                continue;
            samples[i] += clip.At(at);
            heard = true;
        }

        return heard;
    }
}
