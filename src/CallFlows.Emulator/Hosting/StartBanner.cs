using CallFlows.Emulator.Callbacks;

namespace CallFlows.Emulator.Hosting;

/// <summary>What a person needs who has started the emulator.</summary>
internal static class StartBanner
{
    public static string Write(EmulatorAddress address, EmulatorOptions options)
    {
        string connectionString = options.AccessKey == EmulatorOptions.DevelopmentAccessKey
            ? address.ConnectionString
            : $"endpoint={address.Base}/;accesskey=<your key>";
        string control = $"{address.Base}/emulator";
        return $$"""
            Call Automation emulator

              Connection string  {{connectionString}}
              Token metadata     {{address.MetadataAddress}}
              Token audience     {{options.ResourceId}}
              Control API        {{control}}

            Phones that nobody drives answer after {{options.UndrivenPhoneAnswersAfter.TotalSeconds:0.###}} s and stay silent. Try:

              # send calls to +18005550100 to your app as IncomingCall
              curl -X PUT {{control}}/eventgrid/subscriptions/app -H "Content-Type: application/json" -d "{\"endpoint\":\"http://127.0.0.1:5000/api/events\",\"called\":[\"+18005550100\"]}"
              # a caller calls your app
              curl -X POST {{control}}/phones/+15551234567/call -H "Content-Type: application/json" -d "{\"to\":\"+18005550100\"}"
              # the caller presses 1, speaks, and hangs up
              curl -X POST {{control}}/phones/+15551234567/press -H "Content-Type: application/json" -d "{\"tones\":\"1\"}"
              curl -X POST {{control}}/phones/+15551234567/say -H "Content-Type: application/json" -d "{\"text\":\"yes\"}"
              curl -X POST {{control}}/phones/+15551234567/hangup
              # what the caller heard (waits up to 10 s for news)
              curl "{{control}}/phones/+15551234567/heard?after=0&wait=10"
              # what the app did
              curl {{control}}/actions
            """;
    }
}
