using CallFlows.Durable;
using CallFlows.Flows;

namespace CallFlows.Tests.Harness;

/// <summary>An activity by which a flow tells its test what it saw.</summary>
public sealed record Note(string Text) : IActivity<int>;

/// <summary>Writes notes into the notebook.</summary>
internal sealed class NoteHandler(NoteBook book) : IActivityHandler<Note, int>
{
    public Task<int> HandleAsync(Note request, ActivityContext context, CancellationToken cancellationToken) =>
        Task.FromResult(book.Add(request.Text));
}
