namespace CallFlows.Flows.Running;

/// <summary>A signal that is given no name goes by the name of its data's type.</summary>
internal static class SignalNames
{
    public static string Of<T>() => typeof(T).Name;
}
