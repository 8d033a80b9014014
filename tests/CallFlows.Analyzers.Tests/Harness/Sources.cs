namespace CallFlows.Analyzers.Tests.Harness;

/// <summary>Makes whole source files of the few lines a test is about.</summary>
internal static class Sources
{
    public const string Usings = """
        #nullable enable
        using System;
        using System.Collections.Generic;
        using System.Diagnostics;
        using System.IO;
        using System.Linq;
        using System.Net.Http;
        using System.Net.Sockets;
        using System.Security.Cryptography;
        using System.Threading;
        using System.Threading.Tasks;
        using CallFlows.Actions;
        using CallFlows.Calls;
        using CallFlows.Calls.Asking;
        using CallFlows.Endpoints;
        using CallFlows.Flows;
        using CallFlows.Prompts;
        using CallFlows.Recognition;
        using CallFlows.Recordings;

        """;

    /// <summary>A flow that is started by hand. In the body, <c>flow</c> and <c>input</c> are known.</summary>
    public static string Flow(string body, string members = "") => $$"""
        {{Usings}}
        public sealed class Tested : CallFlow<string, int>
        {
        {{members}}
            protected override async Task<int> RunAsync(FlowContext flow, string input)
            {
                await flow.DelayAsync(TimeSpan.Zero);
        {{body}}
                return 0;
            }
        }
        """;

    /// <summary>A method that is given a call. In the body, <c>call</c> and <c>menu</c> are known.</summary>
    public static string Helper(string body, string members = "") => $$"""
        {{Usings}}
        public static class Tested
        {
            private static readonly Menu menu = Menu.Say("Yes or no?").Option("yes", Tone.One).Option("no", Tone.Two);
            private static readonly AskDigits pin = AskDigits.Say("Your code, please.").Exactly(4);
        {{members}}
            public static async Task RunAsync(Call call)
            {
                await call.PlayAsync("Hello.");
        {{body}}
            }
        }
        """;
}
