
namespace Conformance.Policy;

/// <summary>The exit codes that a verdict can come to; the same whatever the report's format.</summary>
public static class ExitCodes
{
    /// <summary>Every input is valid.</summary>
    public const int Valid = 0;

    /// <summary>An input is invalid.</summary>
    public const int Invalid = 1;

    /// <summary>No input is invalid, and one is undetermined.</summary>
    public const int Undetermined = 4;

    /// <summary>The exit code of a run.</summary>
    /// <param name="reports">The reports of all inputs.</param>
    /// <returns>One of the codes of this class.</returns>
    public static int Of(params IEnumerable<ValidationReport> reports)
    {
        int code = Valid;
        foreach (ValidationReport report in reports)
        {
            code = report.Verdict switch
            {
                Verdict.Invalid => Invalid,
                Verdict.Undetermined when code == Valid => Undetermined,
                _ => code,
            };
        }

        return code;
    }
}
