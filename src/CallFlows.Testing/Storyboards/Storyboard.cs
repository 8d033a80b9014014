using System.Runtime.CompilerServices;
using CallFlows.Flows;

namespace CallFlows.Testing.Storyboards;

/// <summary>
/// Tests flows by storyboards: files that tell calls line by line, for people to read. What people do in one is done; what it says that they hear
/// must be what they hear, every prompt, in that order. <c>CALLFLOWS_ACCEPT=1</c> writes what happens into the files.
/// </summary>
public static class Storyboard
{
    /// <summary>Tells a call of a flow that answers calls.</summary>
    /// <typeparam name="TFlow">The flow, which gets every call.</typeparam>
    /// <param name="file">The storyboard's path: absolute, or from the folder of the test's source.</param>
    /// <param name="setUp">Sets the test up, such as the services it gives the flow.</param>
    /// <param name="source">The test's source; leave it to the compiler.</param>
    /// <exception cref="StoryboardException">The file can't be read, or the calls did not go as it says.</exception>
    public static async Task RunAsync<TFlow>(string file, Action<CallFlowTest>? setUp = null, [CallerFilePath] string source = "")
        where TFlow : InboundCallFlow
    {
        CallFlowTest test = CallFlowTest.For<TFlow>();
        await using (test.ConfigureAwait(false))
        {
            setUp?.Invoke(test);
            await RunAsync(test, file, source: source).ConfigureAwait(false);
        }
    }

    /// <summary>Tells the calls of a flow that is started by code: where the storyboard says <c>* The flow starts</c>.</summary>
    /// <typeparam name="TFlow">The flow.</typeparam>
    /// <typeparam name="TInput">What it starts with.</typeparam>
    /// <typeparam name="TResult">What it gives back.</typeparam>
    /// <param name="file">The storyboard's path: absolute, or from the folder of the test's source.</param>
    /// <param name="input">What the flow starts with.</param>
    /// <param name="setUp">Sets the test up, such as the services it gives the flow.</param>
    /// <param name="source">The test's source; leave it to the compiler.</param>
    /// <returns>What the flow gave back.</returns>
    /// <exception cref="StoryboardException">The file can't be read, or the calls did not go as it says.</exception>
    /// <exception cref="CallFlowTestException">The flow has no result: a call ended it.</exception>
    public static async Task<TResult> RunAsync<TFlow, TInput, TResult>(
        string file, TInput input, Action<CallFlowTest>? setUp = null, [CallerFilePath] string source = "")
        where TFlow : CallFlow<TInput, TResult>
    {
        CallFlowTest test = CallFlowTest.For<TFlow, TInput, TResult>();
        await using (test.ConfigureAwait(false))
        {
            setUp?.Invoke(test);
            FlowRun<TResult>? run = null;
            Dictionary<string, Func<CallFlowTest, Task>> events = new()
            {
                [StoryEvents.FlowStarts] = async _ => run = await test.StartAsync<TFlow, TInput, TResult>(input).ConfigureAwait(false),
            };
            await RunAsync(test, file, events, source).ConfigureAwait(false);
            return await run!.Result.ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Tells the calls of a test that the author has made, such as one of a whole application. It goes on after the last line until every flow has
    /// ended.
    /// </summary>
    /// <param name="test">The test. It is not disposed of: it can be asked afterwards.</param>
    /// <param name="file">The storyboard's path: absolute, or from the folder of the test's source.</param>
    /// <param name="events">What happens outside of the calls, by the words that follow <c>*</c> in the storyboard.</param>
    /// <param name="source">The test's source; leave it to the compiler.</param>
    /// <exception cref="StoryboardException">The file can't be read, or the calls did not go as it says.</exception>
    /// <exception cref="InvalidOperationException">The environment's <c>CALLFLOWS_ACCEPT</c> is neither 1 nor 0.</exception>
    public static Task RunAsync(
        CallFlowTest test, string file, IReadOnlyDictionary<string, Func<CallFlowTest, Task>>? events = null, [CallerFilePath] string source = "") =>
        RunAsync(test, file, events, StoryboardSwitches.Read(Environment.GetEnvironmentVariable), source);

    internal static async Task RunAsync(
        CallFlowTest test, string file, IReadOnlyDictionary<string, Func<CallFlowTest, Task>>? events, StoryboardSwitches switches, string source)
    {
        ArgumentNullException.ThrowIfNull(test);
        ArgumentException.ThrowIfNullOrWhiteSpace(file);
        string path = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(source) ?? "", file));
        if (!File.Exists(path))
        {
            throw new StoryboardException(path, 1, "There is no such file. Its path is taken from the folder of the test's source, as the compiler knows it; "
                + "where the build maps paths of sources, give an absolute one. To begin, write what people do, "
                + $"such as 'Caller (+14255550123) calls +14255550100', and run the test with {StoryboardSwitches.Accept}=1.");
        }

        StoryScript script = StoryReader.Read(StoryboardFile.Load(path));
        StoryEvents outside = new(events ?? new Dictionary<string, Func<CallFlowTest, Task>>());
        outside.Check(script);
        StoryOutcome outcome = await StoryRun.RunAsync(test, script, outside).ConfigureAwait(false);
        StoryVerdict verdict = new(script, outcome, switches);
        if (verdict.Correction is { } correction)
        {
            await File.WriteAllBytesAsync(path, correction).ConfigureAwait(false);
        }
        else if (verdict.Complaint is { } complaint)
        {
            throw complaint;
        }
    }
}
