namespace Conformance.Profiles.Federation.PartialState;

/// <summary>Which proposal an answer to a join is held against.</summary>
internal enum StateProfile
{
    /// <summary>MSC3706 and MSC3943, which are part of the specification: a full answer, or one without members that says so.</summary>
    Spec,

    /// <summary>All of the state, as every answer had it before, and as servers get it that don't ask for less.</summary>
    Full,

    /// <summary>MSC2775, which was never accepted: some of the members, and a summary of the room.</summary>
    Msc2775,
}
