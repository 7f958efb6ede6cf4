using System.Collections.Immutable;
using Conformance.Findings;

namespace Conformance.Policy;

/// <summary>A configuration file (<c>conformance.json</c>) as it was read; its schema is <c>schemas/config/conformance.schema.json</c>.</summary>
public sealed record Configuration
{
    /// <summary>The usual name of the file.</summary>
    public const string FileName = "conformance.json";

    /// <summary>The file as messages name it.</summary>
    public required string Name { get; init; }

    /// <summary>The profile's name, or null.</summary>
    public string? Profile { get; init; }

    /// <summary>The lowest severity that fails, or null.</summary>
    public FailOn? FailOn { get; init; }

    /// <summary>Path of the baseline, from the folder of the file; or null.</summary>
    public string? Baseline { get; init; }

    /// <summary>Severities by rule id, rule name or area, in the order of the file.</summary>
    public ImmutableArray<KeyValuePair<string, Severity>> Rules { get; init; } = [];

    /// <summary>Limits by name, in the order of the file.</summary>
    public ImmutableArray<KeyValuePair<string, long>> Limits { get; init; } = [];

    /// <summary>Findings that are accepted.</summary>
    public ImmutableArray<Suppression> Suppressions { get; init; } = [];

    /// <summary>Reads a configuration file.</summary>
    /// <param name="name">The file as messages are to name it.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="catalogue">The rules that it may name.</param>
    /// <returns>The configuration, or all that is wrong with it.</returns>
    public static Parsed<Configuration> Read(string name, ReadOnlySpan<byte> content, Catalogue.RuleCatalogue catalogue) =>
        new ConfigurationReader(name, content, catalogue).Read();
}
