namespace CallFlows.Engine.Store.Sqlite;

/// <summary>The tables, and how a file of an earlier version becomes one of this version.</summary>
internal static class SqliteSchema
{
    /// <summary>Marks a file as ours: "CFLO".</summary>
    public const int ApplicationId = 0x43464C4F;

    /// <summary>Bits of a history key that number the events of one execution; the rest is the instance's number.</summary>
    public const int SequenceBits = 24;

    /// <summary>One script for each step from a version to the next. A script that was released is never changed; a new one is added.</summary>
    public static readonly IReadOnlyList<string> Migrations =
    [
        // Times are ticks of UTC: 100 ns since the year 1. Status is OrchestrationStatus, type is HistoryEventType. JSON is text.
        // An instance's input is the payload of its history's first event.
        """
        CREATE TABLE instances (
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            name TEXT NOT NULL,
            version INTEGER NOT NULL,
            generation INTEGER NOT NULL,
            turn INTEGER NOT NULL,
            events INTEGER NOT NULL,
            status INTEGER NOT NULL,
            stopped INTEGER NOT NULL,
            created_at INTEGER NOT NULL,
            updated_at INTEGER NOT NULL,
            ended_at INTEGER,
            parent_id TEXT,
            parent_generation INTEGER,
            parent_task INTEGER,
            tags TEXT,
            custom_status TEXT,
            output TEXT,
            failure TEXT
        ) STRICT;
        CREATE INDEX instances_by_age ON instances (created_at);
        CREATE INDEX instances_by_status ON instances (status, created_at);
        CREATE INDEX instances_ended ON instances (name, ended_at) WHERE ended_at IS NOT NULL;

        CREATE TABLE tags (
            name TEXT NOT NULL,
            value TEXT NOT NULL,
            instance INTEGER NOT NULL,
            PRIMARY KEY (name, value, instance)
        ) STRICT, WITHOUT ROWID;

        -- The key is the instance's number in the upper bits and the event's place, from 0, in the lower 24.
        CREATE TABLE history (
            key INTEGER PRIMARY KEY,
            type INTEGER NOT NULL,
            time INTEGER NOT NULL,
            task INTEGER,
            name TEXT,
            source TEXT,
            payload TEXT,
            failure TEXT,
            event_id TEXT,
            fire_at INTEGER,
            child_id TEXT,
            execution_id TEXT,
            attempt INTEGER,
            reason TEXT,
            earlier_event_ids TEXT
        ) STRICT;

        CREATE TABLE activities (
            instance_id TEXT NOT NULL,
            generation INTEGER NOT NULL,
            task INTEGER NOT NULL,
            place INTEGER NOT NULL,
            name TEXT NOT NULL,
            execution_id TEXT NOT NULL,
            attempt INTEGER NOT NULL,
            input TEXT,
            PRIMARY KEY (instance_id, generation, task)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE timers (
            instance INTEGER NOT NULL,
            generation INTEGER NOT NULL,
            task INTEGER NOT NULL,
            fire_at INTEGER NOT NULL,
            PRIMARY KEY (instance, generation, task)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX timers_by_time ON timers (fire_at);

        CREATE TABLE messages (
            id TEXT PRIMARY KEY,
            place INTEGER NOT NULL,
            receiver TEXT NOT NULL,
            content TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        """,
    ];

    /// <summary>The version this code reads and writes.</summary>
    public static int Version => Migrations.Count;

    /// <summary>Refuses a file of another application or of a newer version.</summary>
    public static void RequireKnown(string path, int application, int version)
    {
        if (application != ApplicationId)
        {
            throw new OrchestrationStoreException(
                $"'{path}' is a SQLite file of another application. It was left as it is: give the engine a path of its own.");
        }

        if (version > Version)
        {
            throw new OrchestrationStoreException(
                $"The store '{path}' has version {version}; this engine knows versions up to {Version}. It was left as it is: run the newer "
                + "engine that wrote it.");
        }
    }

    /// <summary>Which version an open file has, 0 for an empty one. Changes nothing.</summary>
    public static int VersionOf(SqliteConnection connection, string path)
    {
        // Asked for again, as the header in the file may lag behind the write-ahead log.
        int version = (int)connection.Scalar("PRAGMA user_version");
        if (connection.Scalar("SELECT count(*) FROM sqlite_master") > 0)
        {
            RequireKnown(path, (int)connection.Scalar("PRAGMA application_id"), version);
        }

        return version;
    }

    /// <summary>Makes the tables, or brings them up to the last version; all of it or nothing.</summary>
    public static void Migrate(SqliteConnection connection, int version, IReadOnlyList<string> migrations)
    {
        if (version == migrations.Count)
        {
            return;
        }

        connection.Execute("BEGIN IMMEDIATE");
        for (int step = version; step < migrations.Count; step++)
        {
            connection.Execute(migrations[step]);
        }

        connection.Execute($"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {migrations.Count}; COMMIT");
        // What a later engine reads from the header must be in the file itself.
        connection.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
    }
}
