namespace CallFlows.Benchmarks.Http;

/// <summary>A warm application that is put under load round by round.</summary>
internal interface IHttpContender : IAsyncDisposable
{
    Task<HttpRound> MeasureAsync(TimeSpan length);

    /// <summary>Stops the application; says how many bytes a call left on disk, or null when it stores nothing there.</summary>
    Task<double?> CloseAsync();
}
