using System.Collections.Immutable;

namespace Conformance.Profiles.Federation.PartialState;

/// <summary>What the proposals are called on the command line.</summary>
internal static class StateProfiles
{
    /// <summary>The names, in the order of <see cref="StateProfile"/>.</summary>
    public static ImmutableArray<string> Names { get; } = ["spec", "full", "msc2775"];

    /// <summary>Finds a proposal.</summary>
    /// <param name="name">Its name, exactly.</param>
    /// <returns>The proposal, or null.</returns>
    public static StateProfile? Find(string name) => Names.IndexOf(name) is >= 0 and int at ? (StateProfile)at : null;

    /// <summary>What a proposal is called.</summary>
    public static string NameOf(StateProfile profile) => Names[(int)profile];
}
