using System.Diagnostics;
using System.Runtime.CompilerServices;
using CallFlows.Determinism;

namespace CallFlows.Engine.Tests.Determinism;

public sealed class DeterminismInspectorTests
{
    [Theory]
    [InlineData(typeof(Clocks), "DateTime.Now", "DateTime.UtcNow", "DateTime.Today", "DateTimeOffset.Now", "DateTimeOffset.UtcNow", "TimeProvider.System", "Environment.TickCount64", "Stopwatch.StartNew")]
    [InlineData(typeof(Randomness), "Guid.NewGuid", "new Random", "Random.Shared")]
    [InlineData(typeof(Threads), "Task.Run", "TaskFactory.StartNew", "Thread.Sleep", "ThreadPool.QueueUserWorkItem", "Parallel.For", "new Timer", "Task.Wait", "Task.ContinueWith")]
    [InlineData(typeof(Delays), "Task.Delay", "new CancellationTokenSource", "CancellationTokenSource.CancelAfter")]
    [InlineData(typeof(Io), "new HttpClient", "HttpClient.GetStringAsync", "File.ReadAllText", "Directory.Exists", "Console.ReadLine")]
    [InlineData(typeof(Awaits), "ConfigureAwait(false)")]
    [InlineData(typeof(Completions), "RunContinuationsAsynchronously")]
    public void Inspect_ForbiddenCalls_FindsEachOne(Type flow, params string[] calls)
    {
        IReadOnlyList<DeterminismFinding> found = DeterminismInspector.Inspect(flow);

        found.Select(finding => finding.Call).Distinct().Should().BeEquivalentTo(calls);
        found.Should().OnlyContain(finding => finding.Instead.Length > 0);
    }

    [Fact]
    public void Inspect_CallInAnAsyncMethod_NamesItsLine()
    {
        DeterminismInspector.Inspect(typeof(InAsyncMethod)).Should().ContainSingle()
            .Which.Location.Should().Be($"DeterminismInspectorTests.cs:{InAsyncMethod.Line}");
    }

    [Fact]
    public void Inspect_CallInALambdaInAnAsyncLambda_IsFound()
    {
        DeterminismInspector.Inspect(typeof(InLambda)).Should().ContainSingle().Which.Call.Should().Be("DateTime.UtcNow");
    }

    [Fact]
    public void Inspect_CallInABaseClassOfTheAssembly_IsFound()
    {
        DeterminismInspector.Inspect(typeof(Derived)).Should().ContainSingle().Which.Call.Should().Be("Guid.NewGuid");
    }

    [Fact]
    public void Inspect_MethodPassedAsADelegate_IsFound()
    {
        DeterminismInspector.Inspect(typeof(AsDelegate)).Should().ContainSingle().Which.Call.Should().Be("Guid.NewGuid");
    }

    [Fact]
    public void Inspect_GenericClass_IsSearched()
    {
        DeterminismInspector.Inspect(typeof(Generic<int>)).Should().ContainSingle().Which.Call.Should().Be("DateTime.UtcNow");
    }

    [Fact]
    public void Inspect_HarmlessCode_FindsNothing()
    {
        DeterminismInspector.Inspect(typeof(Harmless)).Should().BeEmpty();
    }

    [Fact]
    public void Inspect_ClassNestedByTheAuthor_IsNotPartOfTheFlow()
    {
        DeterminismInspector.Inspect(typeof(WithHandler)).Should().BeEmpty();
    }

    [Fact]
    public void Finding_AsText_SaysWhereWhatAndWhatInstead()
    {
        DeterminismInspector.Inspect(typeof(InAsyncMethod))[0].ToString()
            .Should().Be($"DeterminismInspectorTests.cs:{InAsyncMethod.Line}: Guid.NewGuid can't be replayed; use Flow.NewGuid");
    }

    private static class Clocks
    {
        public static object[] All() =>
        [
            DateTime.Now, DateTime.UtcNow, DateTime.Today, DateTimeOffset.Now, DateTimeOffset.UtcNow, TimeProvider.System,
            Environment.TickCount64, Stopwatch.StartNew(),
        ];
    }

    private static class Randomness
    {
        public static object[] All() => [Guid.NewGuid(), new Random(1), Random.Shared];
    }

    private static class Threads
    {
        public static void All()
        {
            Task running = Task.Run(() => { });
            running.Wait();
            Task.Factory.StartNew(() => { });
            running.ContinueWith(_ => { });
            Thread.Sleep(1);
            ThreadPool.QueueUserWorkItem(_ => { });
            Parallel.For(0, 1, _ => { });
            new Timer(_ => { }).Dispose();
        }
    }

    private static class Delays
    {
        public static async Task All()
        {
            await Task.Delay(1);
            using CancellationTokenSource timed = new(TimeSpan.FromSeconds(1));
            timed.CancelAfter(1);
        }
    }

    private static class Io
    {
        public static async Task<string?> All()
        {
            using HttpClient client = new();
            string text = await client.GetStringAsync(new Uri("http://localhost"));
            return Directory.Exists(text) ? File.ReadAllText(text) : Console.ReadLine();
        }
    }

    private static class Awaits
    {
        public static async Task All(Task task, ValueTask<int> other, Task third)
        {
            await task.ConfigureAwait(false);
            await other.ConfigureAwait(false);
            await third.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static class Completions
    {
        public static object All() => new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private static class InAsyncMethod
    {
        public static int Line { get; } = Here() + 5;

        public static async Task<Guid> Run(Task before)
        {
            await before;
            return Guid.NewGuid();
        }

        private static int Here([CallerLineNumber] int line = 0) => line;
    }

    private static class InLambda
    {
        public static Func<Task, Task<DateTime>> Run { get; } = async task =>
        {
            await task;
            Func<DateTime> inner = () => DateTime.UtcNow;
            return inner();
        };
    }

    private abstract class Base
    {
        protected static Guid Id() => Guid.NewGuid();
    }

    private sealed class Derived : Base
    {
        public static Guid Use() => Id();
    }

    private static class AsDelegate
    {
        public static Func<Guid> Make() => Guid.NewGuid;
    }

    private static class Generic<T>
    {
        public static (T?, DateTime) Make() => (default, DateTime.UtcNow);
    }

    private static class Harmless
    {
        public static async Task<string> Run(Task<int> first, Task second)
        {
            using CancellationTokenSource mine = new();
            mine.Cancel();
            await Task.WhenAny(first, second);
            await first.ConfigureAwait(true);
            await second.ConfigureAwait(ConfigureAwaitOptions.ContinueOnCapturedContext | ConfigureAwaitOptions.SuppressThrowing);
            TaskCompletionSource<int> source = new(TaskCreationOptions.None);
            source.SetResult(DateTime.MinValue.Year + Guid.Empty.ToString().Length);
            return new DateTime(2026, 1, 1).AddDays(await source.Task).ToString("O");
        }
    }

    private static class WithHandler
    {
        public static int Flow() => 1;

        public sealed class Handler
        {
            public static DateTime Now() => DateTime.UtcNow;
        }
    }
}
