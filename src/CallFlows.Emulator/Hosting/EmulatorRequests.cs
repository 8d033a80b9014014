using CallFlows.Emulator.Callbacks;
using CallFlows.Emulator.Rest;
using CallFlows.Protocol.Rest;
using Microsoft.AspNetCore.Routing.Template;

namespace CallFlows.Emulator.Hosting;

/// <summary>
/// What <c>MapCallAutomationEmulator</c> maps for clients of Call Automation, as a method: for hosts that bring requests without a server and
/// without routing. It comes with <c>AddCallAutomationEmulator</c>.
/// </summary>
public sealed class EmulatorRequests
{
    private static readonly ILookup<(string Method, int Segments), (CallAutomationOperation Operation, TemplateMatcher Matcher)> Templates =
        CallAutomationOperations.All.ToLookup(
            operation => (operation.Method, Segments(operation.Template)),
            operation => (operation, new TemplateMatcher(TemplateParser.Parse(operation.Template), [])));

    private readonly RestRoutes _routes;

    internal EmulatorRequests(RestRoutes routes) => _routes = routes;

    /// <summary>Serves a request of the REST API, or for the keys of callback tokens; what is neither gets 404.</summary>
    /// <param name="context">The request.</param>
    public Task HandleAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        PathString path = context.Request.Path;
        foreach ((CallAutomationOperation operation, TemplateMatcher matcher) in Templates[(context.Request.Method, Segments(path.Value ?? ""))])
        {
            RouteValueDictionary values = [];
            if (matcher.TryMatch(path, values))
            {
                context.Request.RouteValues = values;
                return _routes.HandlerOf(operation)(context);
            }
        }

        return path.Value switch
        {
            EmulatorAddress.MetadataPath => _routes.WriteMetadataAsync(context),
            EmulatorAddress.KeysPath => _routes.WriteKeysAsync(context),
            _ => _routes.NoOperationAsync(context),
        };
    }

    private static int Segments(string path) => path.AsSpan().Count('/');
}
