using System.Reflection;
using System.Runtime.CompilerServices;

namespace CallFlows.Functions.Tests.Surface;

/// <summary>Writes members as C# declares them, short enough for a table.</summary>
internal static class SignatureText
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(string)] = "string",
        [typeof(object)] = "object",
        [typeof(bool)] = "bool",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(double)] = "double",
        [typeof(float)] = "float",
        [typeof(byte)] = "byte",
    };

    private static readonly NullabilityInfoContext Nullability = new();

    /// <summary>What a type declares for others to use, in the order of its source.</summary>
    public static IEnumerable<string> MembersOf(Type type)
    {
        if (type.IsEnum)
        {
            return [$"enum {string.Join(", ", Enum.GetNames(type))}"];
        }

        const BindingFlags declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        List<string> members = [];
        members.AddRange(type.GetFields(declared).Where(field => field.IsPublic).Select(field => $"{(field.IsLiteral ? "const " : field.IsStatic ? "static " : "")}{Name(field.FieldType)} {field.Name}"));
        members.AddRange(type.GetConstructors(declared).Where(IsForOthers).Select(constructor => $"{PlainName(type)}({Parameters(constructor)})"));
        members.AddRange(type.GetProperties(declared).Where(property => IsForOthers(property.GetMethod ?? property.SetMethod!)).Select(Property));
        members.AddRange(type.GetMethods(declared).Where(method => IsForOthers(method) && IsWritten(method)).Select(Method));
        return members;
    }

    public static string Name(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } value)
        {
            return Name(value) + "?";
        }

        if (type.IsArray)
        {
            return Name(type.GetElementType()!) + "[]";
        }

        if (Keywords.TryGetValue(type, out string? keyword))
        {
            return keyword;
        }

        return type.IsGenericType ? $"{PlainName(type)}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>" : type.Name;
    }

    private static bool IsForOthers(MethodBase method) => method.IsPublic || method.IsFamily;

    // Records bring members that nobody wrote.
    private static bool IsWritten(MethodInfo method) =>
        (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal))
        && !method.Name.StartsWith('<')
        && method.GetCustomAttribute<CompilerGeneratedAttribute>() is null
        && method.Name is not ("Equals" or "GetHashCode" or "ToString");

    private static string PlainName(Type type) => type.Name.Split('`')[0];

    private static string Property(PropertyInfo property)
    {
        bool nullable = Nullability.Create(property).ReadState == NullabilityState.Nullable;
        bool isInit = property.SetMethod?.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ?? false;
        string accessors = property.SetMethod is null ? "get;" : isInit ? "get; init;" : "get; set;";
        return $"{(property.GetMethod!.IsStatic ? "static " : "")}{Reference(property.PropertyType, nullable)} {property.Name} {{ {accessors} }}";
    }

    private static string Method(MethodInfo method)
    {
        bool nullable = Nullability.Create(method.ReturnParameter).ReadState == NullabilityState.Nullable;
        string name = method.Name switch
        {
            "op_Implicit" => "implicit operator",
            "op_Equality" => "operator ==",
            "op_Inequality" => "operator !=",
            _ => method.Name,
        };
        string generic = method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(Name))}>" : "";
        string extension = method.IsDefined(typeof(ExtensionAttribute)) ? "this " : "";
        return $"{(method.IsStatic ? "static " : "")}{Reference(method.ReturnType, nullable)} {name}{generic}({extension}{Parameters(method)})";
    }

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(parameter =>
    {
        bool nullable = Nullability.Create(parameter).WriteState == NullabilityState.Nullable;
        string modifier = parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params " : "";
        return $"{modifier}{Reference(parameter.ParameterType, nullable)} {parameter.Name}{(parameter.HasDefaultValue ? " = " + Default(parameter) : "")}";
    }));

    private static string Reference(Type type, bool nullable) => Name(type) + (nullable && !type.IsValueType ? "?" : "");

    private static string Default(ParameterInfo parameter) => parameter.DefaultValue switch
    {
        null => parameter.ParameterType.IsValueType && Nullable.GetUnderlyingType(parameter.ParameterType) is null ? "default" : "null",
        bool value => value ? "true" : "false",
        string value => $"\"{value}\"",
        { } value => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!,
    };
}
