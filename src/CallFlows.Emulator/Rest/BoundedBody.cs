using CallFlows.Emulator.Switchboard;

namespace CallFlows.Emulator.Rest;

internal static class BoundedBody
{
    /// <exception cref="ServiceFault">413 when the body is longer than allowed.</exception>
    public static async Task<byte[]> ReadAsync(HttpRequest request, int limit)
    {
        if (request.ContentLength > limit)
            throw TooLong(limit);
        using MemoryStream body = new();
        byte[] buffer = new byte[8192];
        while (true)
        {
            int read;
            try
            {
                read = await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted);
            }
            catch (BadHttpRequestException exception)
            {
                throw new ServiceFault(exception.StatusCode, 8523, exception.Message);
            }

            if (read == 0)
                return body.ToArray();
            if (body.Length + read > limit)
                throw TooLong(limit);
            body.Write(buffer, 0, read);
        }
    }

    private static ServiceFault TooLong(int limit) => new(413, 8523, $"The request body is longer than {limit} bytes.");
}
