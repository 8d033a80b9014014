using CallFlows.Cli.Api;
using CallFlows.Cli.Output;

namespace CallFlows.Cli.Commands;

/// <summary>One run of a command.</summary>
/// <param name="Api">The host.</param>
/// <param name="Screen">What is written to.</param>
/// <param name="Json">Whether a program reads it.</param>
internal sealed record Session(ManagementClient Api, Screen Screen, bool Json);
