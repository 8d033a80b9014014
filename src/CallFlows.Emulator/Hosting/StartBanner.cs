using System.Globalization;
using CallFlows.Emulator.Callbacks;
using CallFlows.Emulator.Https;

namespace CallFlows.Emulator.Hosting;

/// <summary>What a person needs who has started the emulator.</summary>
internal static class StartBanner
{
    public static string Write(EmulatorAddress address, EmulatorOptions options, ServerCertificate certificate)
    {
        string control = $"{address.Base}/emulator";
        return $$"""
            Call Automation emulator

              Connection string  {{ConnectionString(address, options, address.Base)}}
              Token metadata     {{address.MetadataAddress}}
              Token issuer       {{address.Issuer}}
              Token audience     {{options.ResourceId}}
              Control API        {{control}}
            {{Https(address, options, certificate)}}
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

    private static string Https(EmulatorAddress address, EmulatorOptions options, ServerCertificate certificate)
    {
        if (address.Https is not { } https)
            return "";
        string file = certificate.File ?? "";
        string until = certificate.WithKey.NotAfter.ToUniversalTime().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return $"""

              Over https         {ConnectionString(address, options, https)}
                metadata         {EmulatorAddress.MetadataAddressOf(https)}
                certificate      {file} (until {until})
                to trust it      Node.js             NODE_EXTRA_CA_CERTS="{file}" node app.js
                                 .NET on Linux       SSL_CERT_FILE="{file}" dotnet run
                                 .NET on Windows     certutil -user -addstore Root "{file}"
                                 curl                curl --cacert "{file}" {https}/emulator

            """;
    }

    private static string ConnectionString(EmulatorAddress address, EmulatorOptions options, string of) =>
        options.AccessKey == EmulatorOptions.DevelopmentAccessKey ? address.ConnectionStringOf(of) : $"endpoint={of}/;accesskey=<your key>";
}
