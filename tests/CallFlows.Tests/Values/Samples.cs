using System.Collections;
using System.Reflection;
using CallFlows.Durable;
using CallFlows.Endpoints;

namespace CallFlows.Tests.Values;

/// <summary>Makes objects of any record type with every property set, so that no property can be forgotten by a test.</summary>
internal sealed class Samples(int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>The types that stand for a base type in JSON.</summary>
    public static IEnumerable<Type> DerivedFrom(Type type) =>
        type.Assembly.GetTypes().Where(t => !t.IsAbstract && type.IsAssignableFrom(t)).OrderBy(t => t.Name, StringComparer.Ordinal);

    public object Make(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return Make(underlying);
        }

        if (type.IsEnum)
        {
            Array values = Enum.GetValues(type);
            return values.GetValue(_random.Next(values.Length))!;
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
        {
            return MakeList(type.GetGenericArguments()[0]);
        }

        return Simple(type) ?? (type.IsAbstract ? Make(AnyOf(type)) : MakeRecord(type));
    }

    private Type AnyOf(Type type)
    {
        Type[] derived = [.. DerivedFrom(type)];
        return derived[_random.Next(derived.Length)];
    }

    private object? Simple(Type type) =>
        type == typeof(string) ? $"text {_random.Next()} äöü \"quoted\" +"
        : type == typeof(int) ? _random.Next()
        : type == typeof(long) ? _random.NextInt64()
        : type == typeof(double) ? _random.NextDouble()
        : type == typeof(bool) ? _random.Next(2) == 0
        : type == typeof(Guid) ? MakeGuid()
        : type == typeof(TimeSpan) ? TimeSpan.FromMilliseconds(_random.Next())
        : type == typeof(DateTimeOffset) ? DateTimeOffset.UnixEpoch.AddMilliseconds(_random.NextInt64(4_000_000_000_000))
        : type == typeof(Uri) ? new Uri($"https://example.com/{_random.Next()}.wav?a=b")
        : type == typeof(Payload) ? Payload.Parse($"{{\"value\":{_random.Next()}}}")
        : type == typeof(IReadOnlyDictionary<string, string>) ? new Dictionary<string, string> { ["X-Name"] = $"value {_random.Next()}" }
        : type == typeof(PhoneNumber) ? CallEndpoint.Phone($"+1{_random.NextInt64(1_000_000_000, 9_999_999_999)}")
        : type == typeof(CommunicationUser) ? CallEndpoint.User($"8:acs:resource_{_random.Next()}")
        : type == typeof(TeamsUser) ? new TeamsUser($"user-{_random.Next()}", TeamsCloud.Gcch)
        : type == typeof(TeamsApp) ? new TeamsApp($"app-{_random.Next()}", TeamsCloud.Dod)
        : type == typeof(UnknownEndpoint) ? new UnknownEndpoint($"48:{_random.Next()}")
        : null;

    private Guid MakeGuid()
    {
        byte[] bytes = new byte[16];
        _random.NextBytes(bytes);
        return new Guid(bytes);
    }

    private IList MakeList(Type element)
    {
        IList list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(element))!;
        for (int i = _random.Next(1, 4); i > 0; i--)
        {
            list.Add(Make(element));
        }

        return list;
    }

    private object MakeRecord(Type type)
    {
        ConstructorInfo constructor = type.GetConstructors().OrderByDescending(c => c.GetParameters().Length).First();
        object made = constructor.Invoke([.. constructor.GetParameters().Select(parameter => Make(parameter.ParameterType))]);
        foreach (PropertyInfo property in type.GetProperties().Where(p => p.SetMethod is { IsPublic: true }))
        {
            property.SetValue(made, Make(property.PropertyType));
        }

        return made;
    }
}
