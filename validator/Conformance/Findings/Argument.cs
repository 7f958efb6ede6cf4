using System.Globalization;

namespace Conformance.Findings;

/// <summary>A named value in a finding's message.</summary>
/// <param name="Name">The name, as the rule's message in the catalogue has it between braces.</param>
/// <param name="Value">The value, made safe to print: see <see cref="Quoting"/>.</param>
public readonly record struct Argument(string Name, string Value)
{
    /// <summary>An argument from text of the input. Control characters are escaped and long text is cut.</summary>
    /// <param name="argument">Name and value.</param>
    public static implicit operator Argument((string Name, string? Value) argument) => new(argument.Name, Quoting.Safe(argument.Value));

    /// <summary>An argument from a number.</summary>
    /// <param name="argument">Name and value.</param>
    public static implicit operator Argument((string Name, long Value) argument) =>
        new(argument.Name, argument.Value.ToString(CultureInfo.InvariantCulture));
}
