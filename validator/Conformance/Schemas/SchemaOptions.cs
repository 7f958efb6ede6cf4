namespace Conformance.Schemas;

/// <summary>How schemas are compiled and what an evaluation may cost.</summary>
public sealed record SchemaOptions
{
    /// <summary>The options that are used when none are given.</summary>
    public static SchemaOptions Default { get; } = new();

    /// <summary>The formats that are known.</summary>
    public SchemaFormats Formats { get; init; } = SchemaFormats.Standard;

    /// <summary>Whether <c>format</c> asserts. Off as the draft has it (Validation, section 7.2); a schema whose meta-schema uses the
    /// format-assertion vocabulary asserts either way.</summary>
    public bool AssertFormats { get; init; }

    /// <summary>The longest that one match of a regular expression may take.</summary>
    public TimeSpan RegexTimeout { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>How many schemas may apply within one another, references included.</summary>
    public int MaxDepth { get; init; } = 1024;

    /// <summary>How many times schemas may be applied in one evaluation.</summary>
    public long MaxApplications { get; init; } = 50_000_000;

    /// <summary>How many violations of one evaluation are kept; further ones are counted.</summary>
    public int MaxViolations { get; init; } = 1000;
}
