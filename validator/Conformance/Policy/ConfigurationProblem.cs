namespace Conformance.Policy;

/// <summary>Something wrong with an option or a configuration file: a fault of usage, not of the input.</summary>
/// <param name="Source">The option (<c>--rule</c>) or the file's name.</param>
/// <param name="Place">Where in it: <c>line:column</c>, or null.</param>
/// <param name="Message">What is wrong and what to do, in one line.</param>
public sealed record ConfigurationProblem(string Source, string? Place, string Message)
{
    /// <summary>The problem in one line: source, place, message.</summary>
    /// <returns>The line, without a line end.</returns>
    public override string ToString() => Place is null ? $"{Source}: {Message}" : $"{Source}:{Place}: {Message}";
}
