namespace Conformance.Cli.Commands;

/// <summary>What a call of <c>generate</c> said.</summary>
internal sealed record GenerateWords
{
    public string? Preset { get; init; }

    public string? Recipe { get; init; }

    public bool List { get; init; }

    public string? Output { get; init; }

    public ulong Seed { get; init; } = 1;

    public string? Scale { get; init; }

    /// <summary>Members of the recipe that options change: member, option and value.</summary>
    public IReadOnlyList<(string Member, string Option, string Value)> Members { get; init; } = [];

    public string Form { get; init; } = "archive";

    public int? Room { get; init; }

    public long? FileSize { get; init; }

    public string? Keys { get; init; }

    public string? Truth { get; init; }

    public int? Jobs { get; init; }

    public bool Quiet { get; init; }
}
