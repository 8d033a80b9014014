using System.Diagnostics;
using CallFlows.Benchmarks.Http.Feed;

namespace CallFlows.Benchmarks.Http.App;

/// <summary>Reports every action on a connection just before it leaves over the network.</summary>
internal sealed class ReportingHandler(ActionFeed feed) : DelegatingHandler(new SocketsHttpHandler())
{
    private const string Connections = "/calling/callConnections/";

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string path = request.RequestUri!.AbsolutePath;
        int end = path.LastIndexOf(':');
        if (path.StartsWith(Connections, StringComparison.Ordinal) && end > Connections.Length)
        {
            feed.Report(new ActionReport(path[Connections.Length..end], Stopwatch.GetTimestamp(), "", ""));
        }

        return base.SendAsync(request, cancellationToken);
    }
}
