using System.Buffers.Binary;
using CallFlows.Engine.Store.Sqlite;

namespace CallFlows.Engine.Tests.Sqlite;

/// <summary>Which files the store opens, and how it refuses the others: with a reason, and untouched.</summary>
public sealed class OpeningTests : IDisposable
{
    private readonly StoreFile _file = new();

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task NewPath_IsMadeWithItsFolder()
    {
        SqliteStoreOptions options = new() { Path = Path.Combine(Path.GetDirectoryName(_file.Path)!, "new", "deep", "calls.db") };

        await using (SqliteStore store = new(options))
        {
            await store.OpenAsync(default);
        }

        File.Exists(options.Path).Should().BeTrue();
        File.Exists(options.Path + "-wal").Should().BeFalse("closing moves the log into the file");
    }

    [Fact]
    public async Task EmptyFile_BecomesAStore()
    {
        await File.WriteAllBytesAsync(_file.Path, []);

        await using SqliteStore store = _file.Store();
        await store.OpenAsync(default);

        new FileInfo(_file.Path).Length.Should().BeGreaterThan(0);
    }

    [Fact]
    public async Task FileInUse_IsRefusedUntilItIsFree()
    {
        SqliteStore first = _file.Store();
        await first.OpenAsync(default);
        await using SqliteStore second = _file.Store();

        (await OpeningAsync(second)).Message.Should().Contain("in use by another engine").And.Contain(_file.Path);

        await first.DisposeAsync();
        await using SqliteStore third = _file.Store();
        await third.OpenAsync(default);
    }

    [Fact]
    public async Task NewerVersion_IsRefusedAndLeftAsItIs()
    {
        await MakeStoreAsync();
        SetHeader(60, SqliteSchema.Version + 1);

        await RefusalShouldSayAsync($"has version {SqliteSchema.Version + 1}");
    }

    [Fact]
    public async Task NewerVersionInTheWriteAheadLog_IsRefused()
    {
        await MakeStoreAsync();
        using SqliteConnection keepsTheLog = SqliteConnection.Open(_file.Path, TimeSpan.Zero);
        keepsTheLog.Execute($"PRAGMA user_version = {SqliteSchema.Version + 7}");

        await using SqliteStore store = _file.Store();

        (await OpeningAsync(store)).Message.Should().Contain($"has version {SqliteSchema.Version + 7}");
    }

    [Fact]
    public async Task AnotherApplicationsFile_IsRefusedAndLeftAsItIs()
    {
        await MakeStoreAsync();
        SetHeader(68, 42);

        await RefusalShouldSayAsync("another application");
    }

    [Fact]
    public async Task AnotherFileWithTables_IsRefusedAndLeftAsItIs()
    {
        using (SqliteConnection other = SqliteConnection.Open(_file.Path, TimeSpan.Zero))
        {
            other.Execute("CREATE TABLE notes (text TEXT)");
        }

        await RefusalShouldSayAsync("another application");
    }

    [Fact]
    public async Task NoSqliteFile_IsRefusedAndLeftAsItIs()
    {
        await File.WriteAllTextAsync(_file.Path, new string('?', 5000));

        await RefusalShouldSayAsync("not a SQLite file");
    }

    [Fact]
    public async Task FileThatWasCutShort_IsRefusedAndLeftAsItIs()
    {
        await MakeStoreAsync();
        await using (FileStream stream = File.OpenWrite(_file.Path))
        {
            stream.SetLength(stream.Length - 4096);
        }

        await RefusalShouldSayAsync("cut short");
    }

    [Fact]
    public async Task DamagedTables_AreRefused()
    {
        await MakeStoreAsync();
        byte[] content = await File.ReadAllBytesAsync(_file.Path);
        content.AsSpan(100, 3000).Fill(0xAB);
        await File.WriteAllBytesAsync(_file.Path, content);

        await RefusalShouldSayAsync("is damaged");
    }

    [Fact]
    public async Task ReadOnlyFile_IsRefusedAndLeftAsItIs()
    {
        await MakeStoreAsync();
        File.SetAttributes(_file.Path, FileAttributes.ReadOnly);

        await RefusalShouldSayAsync("read-only");
        File.SetAttributes(_file.Path, FileAttributes.Normal);
    }

    [Fact]
    public async Task FolderThatIsAFile_IsRefused()
    {
        await File.WriteAllTextAsync(_file.Path, "in the way");
        await using SqliteStore store = new(new SqliteStoreOptions { Path = Path.Combine(_file.Path, "calls.db") });

        (await OpeningAsync(store)).Message.Should().Contain("folder").And.Contain("can't be made");
    }

    [Fact]
    public async Task EarlierVersion_IsMigratedAndKeepsItsRows()
    {
        await using (SqliteStore old = new(_file.Options, ["CREATE TABLE instances (number INTEGER PRIMARY KEY); INSERT INTO instances VALUES (7)"]))
        {
            // The first schema of this test is too small to write with; opening it is enough to make the file.
            await FluentActions.Awaiting(async () => await old.OpenAsync(default)).Should().ThrowAsync<OrchestrationStoreException>();
        }

        using SqliteConnection connection = SqliteConnection.Open(_file.Path, TimeSpan.Zero);
        int before = SqliteSchema.VersionOf(connection, _file.Path);
        SqliteSchema.Migrate(connection, before, ["not run again", "ALTER TABLE instances ADD COLUMN note TEXT"]);

        before.Should().Be(1);
        connection.Scalar("PRAGMA user_version").Should().Be(2);
        connection.Scalar("SELECT number FROM instances WHERE note IS NULL").Should().Be(7);
    }

    [Fact]
    public async Task MigrationThatFails_ChangesNothing()
    {
        await MakeStoreAsync();
        using (SqliteConnection connection = SqliteConnection.Open(_file.Path, TimeSpan.Zero))
        {
            FluentActions.Invoking(() => SqliteSchema.Migrate(
                    connection, SqliteSchema.Version, [.. SqliteSchema.Migrations, "DROP TABLE tags; this is no SQL"]))
                .Should().Throw<OrchestrationStoreException>();
        }

        await using SqliteStore store = _file.Store();
        await store.OpenAsync(default);
    }

    private async Task MakeStoreAsync()
    {
        await using SqliteStore store = _file.Store();
        await store.OpenAsync(default);
    }

    private void SetHeader(int offset, int value)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        using FileStream stream = File.OpenWrite(_file.Path);
        stream.Position = offset;
        stream.Write(bytes);
    }

    private async Task RefusalShouldSayAsync(string reason)
    {
        byte[] before = await File.ReadAllBytesAsync(_file.Path);
        await using (SqliteStore store = _file.Store())
        {
            (await OpeningAsync(store)).Message.Should().Contain(reason).And.Contain(_file.Path);
        }

        (await File.ReadAllBytesAsync(_file.Path)).Should().Equal(before);
    }

    private static async Task<OrchestrationStoreException> OpeningAsync(SqliteStore store) =>
        (await FluentActions.Awaiting(async () => await store.OpenAsync(default)).Should().ThrowAsync<OrchestrationStoreException>()).Which;
}
