using Spectre.Console;

namespace CallFlows.Local;

/// <summary>The terminal, or the file or pipe that stands in for it.</summary>
internal static class Screen
{
    private const int WidthOfFiles = 120;

    public static IAnsiConsole Open()
    {
        bool toFile = Console.IsOutputRedirected;
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = toFile ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = toFile ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
        });
        if (toFile)
        {
            console.Profile.Width = WidthOfFiles;
        }

        return console;
    }
}
