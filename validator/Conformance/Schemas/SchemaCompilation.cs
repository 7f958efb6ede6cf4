using System.Collections.Immutable;

namespace Conformance.Schemas;

/// <summary>What compiling came to: a schema, or what is wrong with it.</summary>
/// <param name="Schema">The schema; null when there are errors.</param>
/// <param name="Errors">The errors; empty when there is a schema.</param>
public sealed record SchemaCompilation(CompiledSchema? Schema, ImmutableArray<SchemaError> Errors)
{
    /// <summary>The schema.</summary>
    /// <exception cref="InvalidOperationException">There is none; the message names the first error.</exception>
    public CompiledSchema Require() => Schema
        ?? throw new InvalidOperationException($"{Errors[0].Location}: {Errors[0].Problem}");
}
