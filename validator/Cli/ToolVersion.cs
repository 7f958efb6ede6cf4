using System.Reflection;

namespace Conformance.Cli;

/// <summary>The version of this command.</summary>
internal static class ToolVersion
{
    /// <summary>The version, as in <c>1.2.3</c>.</summary>
    public static string Text { get; } =
        typeof(ToolVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0.0.0";
}
