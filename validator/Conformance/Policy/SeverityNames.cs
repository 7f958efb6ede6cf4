using Conformance.Findings;

namespace Conformance.Policy;

/// <summary>How severities are written in options, configuration and reports.</summary>
internal static class SeverityNames
{
    /// <summary>The names, for messages to users.</summary>
    public const string All = "error, warning, info or off";

    /// <summary>The name of a severity.</summary>
    public static string Of(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        Severity.Info => "info",
        _ => "off",
    };

    /// <summary>The severity of a name, in any case; false for anything else, numbers too.</summary>
    public static bool TryParse(string? name, out Severity severity)
    {
        foreach (Severity candidate in (ReadOnlySpan<Severity>)[Severity.Error, Severity.Warning, Severity.Info, Severity.Off])
        {
            if (Of(candidate).Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                severity = candidate;
                return true;
            }
        }

        severity = Severity.Off;
        return false;
    }
}
