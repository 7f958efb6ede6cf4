using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Conformance.Policy;

/// <summary>What came of reading something that a user wrote: a value, or the problems with it.</summary>
/// <typeparam name="T">What was to be read.</typeparam>
public sealed class Parsed<T>
    where T : class
{
    private readonly T? _value;

    private Parsed(T? value, ImmutableArray<ConfigurationProblem> problems)
    {
        _value = value;
        Problems = problems;
    }

    /// <summary>What is wrong, all of it, in order; empty exactly when there is a value.</summary>
    public ImmutableArray<ConfigurationProblem> Problems { get; }

    /// <summary>The value, when nothing is wrong.</summary>
    /// <param name="value">The value, or null.</param>
    /// <returns>True when there is a value.</returns>
    public bool TryGetValue([NotNullWhen(true)] out T? value)
    {
        value = _value;
        return value is not null;
    }

    /// <summary>A value.</summary>
    internal static Parsed<T> Of(T value) => new(value, []);

    /// <summary>Problems; at least one.</summary>
    internal static Parsed<T> Failed(params ReadOnlySpan<ConfigurationProblem> problems) => new(null, [.. problems]);

    /// <summary>The value unless there are problems.</summary>
    internal static Parsed<T> Of(T value, List<ConfigurationProblem> problems) => problems.Count == 0 ? Of(value) : new(null, [.. problems]);
}
