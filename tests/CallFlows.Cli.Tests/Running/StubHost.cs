using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace CallFlows.Cli.Tests.Running;

/// <summary>Something on 127.0.0.1 that answers as a test wants it to.</summary>
internal sealed class StubHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private StubHost(WebApplication app) => _app = app;

    public Uri Url => new(_app.Urls.Single());

    /// <param name="answer">Answers the request of this number, from 1.</param>
    public static async Task<StubHost> StartAsync(Func<HttpContext, int, Task> answer)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        WebApplication app = builder.Build();
        int count = 0;
        app.Run(context => answer(context, Interlocked.Increment(ref count)));
        await app.StartAsync();
        return new StubHost(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
