namespace Conformance.Cli.Commands;

/// <summary>What a call of <c>mutate</c> said.</summary>
internal sealed record MutateWords
{
    public string? Input { get; init; }

    public string? Output { get; init; }

    public string[] Rules { get; init; } = [];

    public bool All { get; init; }

    public ulong Seed { get; init; } = 1;

    public string[] Keys { get; init; } = [];

    public string? Form { get; init; }

    public string? Endpoint { get; init; }

    public string? RoomVersion { get; init; }

    public bool Check { get; init; }

    public bool List { get; init; }

    public bool Quiet { get; init; }
}
