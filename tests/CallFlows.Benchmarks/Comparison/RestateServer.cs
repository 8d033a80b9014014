using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;

namespace CallFlows.Benchmarks.Comparison;

/// <summary>A Restate server with its defaults, but for addresses on this machine, no telemetry, and a log of warnings only.</summary>
internal sealed class RestateServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(200);
    private readonly Process _process;
    private readonly Uri _admin;

    private RestateServer(Process process, Uri ingress, Uri admin)
    {
        _process = process;
        _admin = admin;
        Ingress = ingress;
    }

    /// <summary>Where calls go in.</summary>
    public Uri Ingress { get; }

    public static async Task<RestateServer> StartAsync(string folder)
    {
        int[] ports = FreePorts(3);
        ProcessStartInfo start = new(PeerPackages.RestateServer, ["--no-logo", "--listen-mode", "tcp", "--base-dir", folder, "--log-filter", "warn,octocrab=off"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        start.Environment["RESTATE_BIND_ADDRESS"] = $"127.0.0.1:{ports[0]}";
        start.Environment["RESTATE_INGRESS__BIND_ADDRESS"] = $"127.0.0.1:{ports[1]}";
        start.Environment["RESTATE_ADMIN__BIND_ADDRESS"] = $"127.0.0.1:{ports[2]}";
        start.Environment["RESTATE_DISABLE_TELEMETRY"] = "true";
        Process process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, line) => Console.Error.Write(line.Data is { Length: > 0 } text ? $"restate: {text}\n" : "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        RestateServer server = new(process, new Uri($"http://127.0.0.1:{ports[1]}"), new Uri($"http://127.0.0.1:{ports[2]}"));
        try
        {
            await server.WaitUntilHealthyAsync(new Uri(server._admin, "/health"));
            await server.WaitUntilHealthyAsync(new Uri(server.Ingress, "/restate/health"));
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Makes a service known.</summary>
    public async Task RegisterAsync(int port)
    {
        using HttpClient http = new();
        using HttpResponseMessage answer = await http.PostAsJsonAsync(new Uri(_admin, "/deployments"), new { uri = $"http://127.0.0.1:{port}" });
        if (!answer.IsSuccessStatusCode)
        {
            throw new InvalidOperationException(
                $"Restate did not take the service ({(int)answer.StatusCode}): {await answer.Content.ReadAsStringAsync()}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private static int[] FreePorts(int count)
    {
        TcpListener[] listeners = [.. Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0))];
        Array.ForEach(listeners, listener => listener.Start());
        int[] ports = [.. listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port)];
        Array.ForEach(listeners, listener => listener.Dispose());
        return ports;
    }

    private async Task WaitUntilHealthyAsync(Uri health)
    {
        using HttpClient http = new();
        for (long began = Stopwatch.GetTimestamp(); !await IsHealthyAsync(http, health);)
        {
            if (_process.HasExited || Stopwatch.GetElapsedTime(began) > Patience)
            {
                throw new InvalidOperationException($"Restate did not come up at {health}; what it wrote above says why.");
            }

            await Task.Delay(Between);
        }
    }

    private static async Task<bool> IsHealthyAsync(HttpClient http, Uri health)
    {
        try
        {
            using HttpResponseMessage answer = await http.GetAsync(health);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
