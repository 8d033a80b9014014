using System.Text.Json;

namespace CallFlows.CrashTests.Application;

/// <summary>What the application is told by the judge, in a file.</summary>
internal sealed record ApplicationSettings(
    Uri Url, string Store, string Ledger, string ConnectionString, Uri Metadata, string Audience, string CallbackKey,
    DateTimeOffset ClockBeginning, double ClockSpeed)
{
    public static ApplicationSettings Read(string path) => JsonSerializer.Deserialize<ApplicationSettings>(File.ReadAllBytes(path))
        ?? throw new InvalidDataException($"'{path}' holds no settings.");

    public void Write(string path) => File.WriteAllBytes(path, JsonSerializer.SerializeToUtf8Bytes(this));
}
