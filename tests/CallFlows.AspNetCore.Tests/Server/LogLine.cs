using Microsoft.Extensions.Logging;

namespace CallFlows.AspNetCore.Tests.Server;

internal sealed record LogLine(string Category, LogLevel Level, string Text, Exception? Exception);
