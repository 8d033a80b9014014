using CallFlows.Emulator.Rest;
using CallFlows.Emulator.Switchboard;

namespace CallFlows.Emulator.Storage;

/// <summary>
/// Files of recordings, to be fetched in ranges and deleted (wire reference, 8.4). Requests are signed for the resource's host and the
/// location's path, or bear a token.
/// </summary>
internal sealed class StorageEndpoints(RecordingStorage storage, RequestAuthentication authentication, SwitchboardQueue queue, WorkTracker work)
{
    private const string Objects = "/v1/objects/";
    private const string One = Objects + "{documentId}";

    /// <summary>Path of a file.</summary>
    public static string PathOf(string documentId) => Objects + documentId;

    public void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(One + "/content/{kind}", GetAsync);
        endpoints.MapDelete(One, DeleteAsync);
    }

    private async Task<IResult> GetAsync(HttpContext context, string documentId, string kind)
    {
        using WorkTracker.Scope scope = work.Begin();
        if (Complaint(context) is { } unknown)
            return unknown;
        RecordedFile? file = await queue.RunAsync(() => storage.Find(documentId));
        if (file is not null && kind == "acsmetadata")
            return Results.Json(RecordingMetadata.Of(file));
        return file is not null && kind == (file.IsVideo ? "video" : "audio")
            ? Results.Stream(file.Open(), file.MediaType, enableRangeProcessing: true)
            : Missing();
    }

    private async Task<IResult> DeleteAsync(HttpContext context, string documentId)
    {
        using WorkTracker.Scope scope = work.Begin();
        if (Complaint(context) is { } unknown)
            return unknown;
        return await queue.RunAsync(() => storage.Delete(documentId)) ? Results.Ok() : Missing();
    }

    private IResult? Complaint(HttpContext context)
    {
        try
        {
            authentication.Check(context, default);
            return null;
        }
        catch (ServiceFault fault)
        {
            return Problem(fault.Status, fault.Message);
        }
    }

    private static IResult Missing() => Problem(StatusCodes.Status404NotFound, "There is no such file, or no more.");

    private static IResult Problem(int status, string message) => Results.Json(new { status, message }, statusCode: status);
}
