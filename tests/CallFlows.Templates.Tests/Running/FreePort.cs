using System.Net;
using System.Net.NetworkInformation;

namespace CallFlows.Templates.Tests.Running;

/// <summary>A port for an application that must know its address before it listens.</summary>
internal static class FreePort
{
    /// <summary>Finds one that nobody listens on. It lies below those that systems give to whoever asks for any, so that no other test gets it meanwhile.</summary>
    public static int Find()
    {
        HashSet<int> taken = [.. IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Select(listener => listener.Port)];
        int port;
        do
        {
            port = Random.Shared.Next(20_000, 30_000);
        }
        while (taken.Contains(port));

        return port;
    }

    public static Uri Address() => new($"http://{IPAddress.Loopback}:{Find()}");
}
