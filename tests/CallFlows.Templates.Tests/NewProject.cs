using CallFlows.Templates.Tests.Reading;
using CallFlows.Templates.Tests.Running;

namespace CallFlows.Templates.Tests;

/// <summary>A project made by the commands of README.md, from packages of this build, in a folder that is deleted at the end.</summary>
public sealed class NewProject : IAsyncLifetime
{
    /// <summary>Not a name for a namespace: the hardest case.</summary>
    public const string Name = "front-desk";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("callflows-template-");

    /// <summary>Where the packages are.</summary>
    public string Packages => Path.Combine(_folder.FullName, "packages");

    /// <summary>The project's folder.</summary>
    public string Folder => Path.Combine(_folder.FullName, Name);

    /// <summary>What its tests said.</summary>
    public string TestOutput { get; private set; } = "";

    /// <summary>The packages' version. No cache of the machine holds it.</summary>
    public string Version => $"{Repository.Version}-{Suffix}";

    /// <summary>
    /// Our packages are cached in the temporary folder, so that the machine never takes them for released ones; those of others come from the machine's
    /// cache where they are there.
    /// </summary>
    public IReadOnlyDictionary<string, string> Environment
    {
        get
        {
            string machine = System.Environment.GetEnvironmentVariable("NUGET_PACKAGES")
                ?? Path.Combine(System.Environment.GetFolderPath(System.Environment.SpecialFolder.UserProfile), ".nuget", "packages");
            Dictionary<string, string> environment = new() { ["NUGET_PACKAGES"] = Path.Combine(_folder.FullName, "cache") };
            if (Directory.Exists(machine))
            {
                environment["NUGET_FALLBACK_PACKAGES"] = machine;
            }

            return environment;
        }
    }

    /// <summary>Arguments that keep templates away from those of this machine's user.</summary>
    public IReadOnlyList<string> Hive => ["--debug:custom-hive", Path.Combine(_folder.FullName, "hive")];

    private string Suffix => $"test.{_folder.Name.ToLowerInvariant()}";

    public async ValueTask InitializeAsync()
    {
        IReadOnlyList<string[]> commands = ReadmeCommands.Read(
            (ReadmeCommands.Packages, Packages),
            (ReadmeCommands.Project, Folder),
            (ReadmeCommands.Name, Name),
            ($".{Repository.Version}.", $".{Version}."));
        await RunAsync(Repository.Root, [.. commands[0], "--no-build", "--configuration", Repository.Configuration, "--version-suffix", Suffix]);
        await RunAsync(Repository.Root, [.. commands[1], .. Hive]);
        await RunAsync(Repository.Root, [.. commands[2], "--callflows-version", Version, .. Hive]);
        TestOutput = await RunAsync(Folder, "test");
    }

    /// <summary>Runs <c>dotnet</c>.</summary>
    public Task<string> RunAsync(string folder, params IReadOnlyList<string> arguments) => Dotnet.RunAsync(folder, Environment, arguments);

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
