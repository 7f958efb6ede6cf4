using Conformance.Findings;

namespace Conformance.Profiles.Mspf;

/// <summary>What is remembered of one room's details until they are committed.</summary>
/// <param name="Room">The room.</param>
/// <param name="MemberOrdinal">The member's position in the run.</param>
/// <param name="Aliases">Its aliases that are text, with their places.</param>
internal sealed record RoomRecord(RoomEntry Room, int MemberOrdinal, List<(byte[] Alias, Location Location)> Aliases);
