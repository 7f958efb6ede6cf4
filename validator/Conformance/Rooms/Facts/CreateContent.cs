namespace Conformance.Rooms.Facts;

/// <summary>What rules read of a create event.</summary>
/// <param name="HasCreator">Whether the content has a <c>creator</c>.</param>
/// <param name="Creator">The user in <c>creator</c>, as a number of the room's texts; -1 when there is none.</param>
/// <param name="VersionKnown">Whether <c>room_version</c> is missing or names a version that this validator knows.</param>
/// <param name="Federates">False when <c>m.federate</c> is false.</param>
/// <param name="AdditionalCreatorsValid">Whether <c>additional_creators</c> is missing or a list of user IDs.</param>
/// <param name="AdditionalCreators">The users in it.</param>
internal sealed record CreateContent(
    bool HasCreator, int Creator, bool VersionKnown, bool Federates, bool AdditionalCreatorsValid, int[] AdditionalCreators);
