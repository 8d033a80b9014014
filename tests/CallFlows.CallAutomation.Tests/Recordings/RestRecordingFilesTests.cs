using System.Net;
using System.Text;
using CallFlows.CallAutomation.Gateway;
using CallFlows.CallAutomation.Recordings;
using CallFlows.CallAutomation.Tests.Gateway;
using CallFlows.CallAutomation.Tests.Support;
using CallFlows.Protocol.Security;
using CallFlows.Recordings;

namespace CallFlows.CallAutomation.Tests.Recordings;

public sealed class RestRecordingFilesTests
{
    private static readonly Uri Location = new("https://eu-storage.asm.skype.com/v1/objects/0-weu/content/audio");
    private static readonly byte[] File = Encoding.ASCII.GetBytes("The whole file, from its first byte to its last.");

    [Fact]
    public async Task Download_OfAFile_IsSignedForTheResourceAndThePath()
    {
        FakeTransport transport = new(sent => Part(sent));

        using MemoryStream copy = new();
        long written = await Files(transport).DownloadToAsync(Location, copy, cancellationToken: TestContext.Current.CancellationToken);

        written.Should().Be(File.Length);
        copy.ToArray().Should().Equal(File);
        SentRequest sent = transport.Requests.Should().ContainSingle().Subject;
        sent.Header("Range").Should().BeNull();
        sent.Header("x-ms-host").Should().Be("localhost:8080");
        sent.Header("Host").Should().Be("eu-storage.asm.skype.com");
        HmacVerifier.Verify(Convert.FromBase64String(GatewayFixture.Key), new SignedRequest
        {
            Method = "GET",
            RawTarget = "/v1/objects/0-weu/content/audio",
            Host = "localhost:8080",
            Date = sent.Header("x-ms-date"),
            ContentHash = sent.Header("x-ms-content-sha256"),
            Authorization = sent.Header("Authorization"),
        }).Should().Be(HmacVerdict.Valid);
    }

    [Fact]
    public async Task Download_ThatBreaksOff_GoesOnWhereItWas()
    {
        // Every answer but the last breaks off after ten bytes.
        FakeTransport transport = new(sent => Part(sent, breaksAfter: 10));

        using MemoryStream copy = new();
        long written = await Files(transport).DownloadToAsync(Location, copy, offset: 4, cancellationToken: TestContext.Current.CancellationToken);

        written.Should().Be(File.Length - 4);
        copy.ToArray().Should().Equal(File[4..]);
        transport.Requests.Select(sent => sent.Header("Range")).Should().Equal("bytes=4-", "bytes=14-", "bytes=24-", "bytes=34-", "bytes=44-");
    }

    [Fact]
    public async Task Download_ThatBreaksOffAfterTheLastByte_IsComplete()
    {
        FakeTransport transport = new(sent => Part(sent, breaksAfter: File.Length));

        using MemoryStream copy = new();
        await Files(transport).DownloadToAsync(Location, copy, cancellationToken: TestContext.Current.CancellationToken);

        copy.ToArray().Should().Equal(File);
    }

    [Fact]
    public async Task Download_ThatNeverGetsAnywhere_GivesUp()
    {
        FakeTransport transport = new(sent => Part(sent, breaksAfter: 0));

        Func<Task> download = () => Files(transport).DownloadToAsync(Location, Stream.Null, cancellationToken: TestContext.Current.CancellationToken);

        (await download.Should().ThrowAsync<RecordingFileException>()).Which.Message.Should().Contain("after 0 bytes").And.Contain("The line is cut.");
        transport.Requests.Should().HaveCount(4);
    }

    [Fact]
    public async Task Download_OfAPart_AsksForItAlone()
    {
        FakeTransport transport = new(sent => Part(sent));

        using Stream part = await Files(transport).DownloadStreamingAsync(Location, 4, 5, TestContext.Current.CancellationToken);

        using StreamReader reader = new(part);
        (await reader.ReadToEndAsync(TestContext.Current.CancellationToken)).Should().Be("whole");
        transport.Requests.Should().ContainSingle().Which.Header("Range").Should().Be("bytes=4-8");
    }

    [Fact]
    public async Task Download_OfAPartFromAStoreWithoutParts_IsRefused()
    {
        FakeTransport transport = new(_ => new HttpResponseMessage { Content = new ByteArrayContent(File) });

        Func<Task> download = () => Files(transport).DownloadStreamingAsync(Location, 4, 5, TestContext.Current.CancellationToken);

        (await download.Should().ThrowAsync<RecordingFileException>()).WithMessage("*whole file*");
    }

    [Theory]
    [InlineData(404, "no longer keeps it")]
    [InlineData(401, "401")]
    public async Task Download_ThatIsRefused_SaysWhy(int status, string why)
    {
        Func<Task> download = () => Files(FakeTransport.Always(status)).DownloadToAsync(Location, Stream.Null, cancellationToken: TestContext.Current.CancellationToken);

        RecordingFileException refused = (await download.Should().ThrowAsync<RecordingFileException>()).Which;
        refused.Status.Should().Be(status);
        refused.Message.Should().Contain(why);
    }

    [Fact]
    public async Task Download_FromAStoreThatIsAway_SaysSo()
    {
        FakeTransport transport = new(_ => throw new HttpRequestException("No route."));

        Func<Task> download = () => Files(transport).DownloadStreamingAsync(Location, cancellationToken: TestContext.Current.CancellationToken);

        (await download.Should().ThrowAsync<RecordingFileException>()).Which.Message.Should().Contain("No route.");
        transport.Requests.Should().HaveCount(4);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(404)]
    public async Task Delete_OfAFileThatIsThereOrNot_IsDone(int status)
    {
        FakeTransport transport = FakeTransport.Always(status);

        await Files(transport).DeleteAsync(Location, TestContext.Current.CancellationToken);

        transport.Requests.Should().ContainSingle().Which.Method.Should().Be("DELETE");
    }

    [Theory]
    [InlineData("https://evil.example/v1/objects/x/content/audio")]
    [InlineData("https://asm.skype.com.evil.example/x")]
    [InlineData("http://eu-storage.asm.skype.com/x")]
    [InlineData("https://eu-storage.asm.skype.com:8443/x")]
    [InlineData("http://localhost:8081/x")]
    [InlineData("file:///etc/hosts")]
    public async Task Location_OfSomebodyElse_GetsNoSignature(string location)
    {
        FakeTransport transport = FakeTransport.Always(200);
        RestRecordingFiles files = Files(transport);

        Func<Task> download = () => files.DownloadToAsync(new Uri(location), Stream.Null, cancellationToken: TestContext.Current.CancellationToken);
        Func<Task> stream = () => files.DownloadStreamingAsync(new Uri(location), cancellationToken: TestContext.Current.CancellationToken);
        Func<Task> delete = () => files.DeleteAsync(new Uri(location), TestContext.Current.CancellationToken);

        foreach (Func<Task> attempt in new[] { download, stream, delete })
            (await attempt.Should().ThrowAsync<ArgumentException>()).WithParameterName("location");
        transport.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task Location_OfTheResourceItself_IsGood()
    {
        FakeTransport transport = new(sent => Part(sent));

        await Files(transport).DownloadToAsync(new Uri("http://localhost:8080/v1/objects/x/content/audio"), Stream.Null, cancellationToken: TestContext.Current.CancellationToken);

        transport.Requests.Should().ContainSingle();
    }

    private static RestRecordingFiles Files(FakeTransport transport) => new(
        new CallGatewayOptions { ConnectionString = $"endpoint=http://localhost:8080;accesskey={GatewayFixture.Key}", RetryDelay = TimeSpan.Zero },
        new HttpClient(transport),
        new ManualTime());

    // Answers as a store does; the connection may break after some bytes.
    private static HttpResponseMessage Part(SentRequest sent, int breaksAfter = int.MaxValue)
    {
        long first = 0;
        long last = File.Length - 1;
        if (sent.Header("Range") is { } range)
        {
            string[] ends = range["bytes=".Length..].Split('-');
            first = long.Parse(ends[0]);
            last = ends[1].Length == 0 ? last : long.Parse(ends[1]);
        }

        if (first >= File.Length)
            return FakeTransport.Json(416, null);
        byte[] bytes = File[(int)first..(int)(last + 1)];
        return new HttpResponseMessage(sent.Header("Range") is null ? HttpStatusCode.OK : HttpStatusCode.PartialContent)
        {
            Content = new StreamContent(bytes.Length >= breaksAfter ? new BreakingStream(bytes[..breaksAfter]) : new MemoryStream(bytes)),
        };
    }

    /// <summary>Gives its bytes, and then no end but a failure.</summary>
    private sealed class BreakingStream(byte[] bytes) : Stream
    {
        private readonly MemoryStream _bytes = new(bytes);

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) =>
            _bytes.Read(buffer, offset, count) is > 0 and int read ? read : throw new IOException("The line is cut.");

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
