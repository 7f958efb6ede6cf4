using System.Collections.Immutable;
using Conformance.Catalogue;
using Conformance.Documents;
using Conformance.Findings;

namespace Conformance.Policy;

/// <summary>A point of view on the catalogue: how severe each rule is. Data, under <c>schemas/profiles/</c>.</summary>
public sealed record Profile
{
    /// <summary>The profile that holds when none is named.</summary>
    public const string DefaultName = "spec";

    /// <summary>The name, as in <c>--profile</c>.</summary>
    public required string Name { get; init; }

    /// <summary>One line: whom it is for.</summary>
    public required string Title { get; init; }

    /// <summary>What it does, for the documentation.</summary>
    public required string Description { get; init; }

    /// <summary>The steps that turn the catalogue's severity into the profile's, applied one after the other.</summary>
    public required ImmutableArray<ProfileStep> Steps { get; init; }

    /// <summary>The names of all profiles, the default first.</summary>
    public static ImmutableArray<string> Names { get; } = [DefaultName, "recommended", "strict", "importer"];

    /// <summary>Loads a profile.</summary>
    /// <param name="name">Its name, in any case.</param>
    /// <returns>The profile, or null when there is none of that name.</returns>
    public static Profile? Find(string name)
    {
        string? known = Names.FirstOrDefault(candidate => candidate.Equals(name, StringComparison.OrdinalIgnoreCase));
        return known is null ? null : Parse(BuiltIn.File($"profiles/{known}.json"));
    }

    /// <summary>The severity of a rule: its own entry for this profile, or else what the steps make of its severity in the catalogue.</summary>
    /// <param name="rule">The rule.</param>
    /// <returns>The severity.</returns>
    public Severity SeverityOf(Rule rule)
    {
        if (rule.TryGetSeverity(Name, out Severity own))
        {
            return own;
        }

        Severity severity = rule.Severity;
        foreach (ProfileStep step in Steps)
        {
            severity = step.Apply(rule, severity);
        }

        return severity;
    }

    /// <summary>Reads a profile file.</summary>
    internal static Profile Parse(ReadOnlyMemory<byte> json)
    {
        Node root = CatalogueJson.Read(json);
        Node list = CatalogueJson.Member(root, "steps"u8);
        ImmutableArray<ProfileStep>.Builder steps = ImmutableArray.CreateBuilder<ProfileStep>(list.Count);
        foreach (Node step in list.Elements())
        {
            steps.Add(ProfileStep.Read(step));
        }

        return new Profile
        {
            Name = CatalogueJson.Text(root, "name"u8),
            Title = CatalogueJson.Text(root, "title"u8),
            Description = CatalogueJson.Text(root, "description"u8),
            Steps = steps.MoveToImmutable(),
        };
    }
}
