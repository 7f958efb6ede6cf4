namespace Conformance.Profiles.Federation.PartialState;

/// <summary>What an answer to one join is made of under one proposal.</summary>
/// <param name="Profile">The proposal.</param>
/// <param name="StateEvents">Events in <c>state</c>.</param>
/// <param name="Members">Memberships among them.</param>
/// <param name="ChainEvents">Events in <c>auth_chain</c>.</param>
/// <param name="Bytes">Bytes of all of them as they stand in the file, each with the comma behind it, and of what the proposal adds beside them.</param>
internal sealed record JoinCost(StateProfile Profile, long StateEvents, long Members, long ChainEvents, long Bytes)
{
    /// <summary>Events in both lists. One that stands in both counts twice, as it is sent twice.</summary>
    public long Events => StateEvents + ChainEvents;
}
