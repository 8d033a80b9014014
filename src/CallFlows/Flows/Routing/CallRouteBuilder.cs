using System.IO.Enumeration;
using CallFlows.Endpoints;

namespace CallFlows.Flows.Routing;

/// <summary>Says which incoming calls go to a flow. Every condition added must be met.</summary>
public sealed class CallRouteBuilder
{
    private readonly List<Func<IncomingCallNotification, bool>> _conditions = [];
    private readonly List<string> _words = [];
    private bool _isFallback;

    internal CallRouteBuilder()
    {
    }

    /// <summary>Calls to one of these numbers or users.</summary>
    /// <param name="endpoints">Numbers in E.164, or raw ids such as <c>8:acs:…</c>.</param>
    /// <exception cref="ArgumentException">There is none.</exception>
    /// <exception cref="FormatException">One is empty or too long.</exception>
    public CallRouteBuilder Called(params string[] endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        if (endpoints.Length == 0)
        {
            throw new ArgumentException("Called() needs at least one number or user; without one the route would never match.", nameof(endpoints));
        }

        HashSet<CallEndpoint> called = [.. endpoints.Select(CallEndpoint.Parse)];
        return When($"called {string.Join(" or ", called)}", call => called.Contains(call.To));
    }

    /// <summary>Calls to numbers or users that fit a pattern.</summary>
    /// <param name="pattern">Of a number or raw id; <c>*</c> is any run of characters, <c>?</c> one, such as <c>+1425555*</c>.</param>
    public CallRouteBuilder CalledMatching(string pattern)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(pattern);
        return When($"called {pattern}", call => Fits(pattern, call.To));
    }

    /// <summary>Calls from numbers or users that fit a pattern.</summary>
    /// <param name="pattern">Of a number or raw id; <c>*</c> is any run of characters, <c>?</c> one.</param>
    public CallRouteBuilder CallerMatching(string pattern)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(pattern);
        return When($"caller {pattern}", call => Fits(pattern, call.From));
    }

    /// <summary>Calls that carry a custom header, SIP or VoIP.</summary>
    /// <param name="name">The header's name, without regard to case, such as <c>X-MS-Custom-Tier</c>.</param>
    /// <param name="value">A pattern for its value with <c>*</c> and <c>?</c>; null for any.</param>
    public CallRouteBuilder WithHeader(string name, string? value = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return When($"header {name}{(value is null ? "" : $" = {value}")}", call =>
            call.CustomContext is { } context
            && context.SipHeaders.Concat(context.VoipHeaders).Any(header =>
                string.Equals(header.Key, name, StringComparison.OrdinalIgnoreCase)
                && (value is null || FileSystemName.MatchesSimpleExpression(value, header.Value))));
    }

    /// <summary>Calls that meet a condition of the author's. It must be quick, and is given untrusted input.</summary>
    /// <param name="description">The condition in words, for the log.</param>
    /// <param name="condition">The condition.</param>
    public CallRouteBuilder When(string description, Func<IncomingCallNotification, bool> condition)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(description);
        ArgumentNullException.ThrowIfNull(condition);
        _words.Add(description);
        _conditions.Add(condition);
        return this;
    }

    /// <summary>Calls that no other route takes. One flow at most may have it.</summary>
    public CallRouteBuilder Otherwise()
    {
        _isFallback = true;
        return this;
    }

    internal CallRoute Build(string flow)
    {
        if (_isFallback == (_conditions.Count > 0))
        {
            throw new ArgumentException(_isFallback
                ? $"The route of {flow} is a fallback with conditions: leave out Otherwise(), or give it a route of its own."
                : $"The route of {flow} has no condition; add one, or say Otherwise() to take the calls that no other route takes.");
        }

        return new CallRoute(flow, _isFallback ? "otherwise" : string.Join(" and ", _words), _conditions);
    }

    private static bool Fits(string pattern, CallEndpoint endpoint) =>
        FileSystemName.MatchesSimpleExpression(pattern, endpoint is PhoneNumber phone ? phone.Number : endpoint.RawId);
}
