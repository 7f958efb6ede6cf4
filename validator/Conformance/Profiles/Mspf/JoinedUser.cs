using Conformance.Findings;

namespace Conformance.Profiles.Mspf;

/// <summary>A user of the server's own who joined a room.</summary>
internal sealed class JoinedUser(ReadOnlySpan<byte> userId)
{
    private readonly byte[] _userId = userId.ToArray();

    /// <summary>The user ID in UTF-8.</summary>
    public ReadOnlySpan<byte> UserId => _userId;

    /// <summary>Where the first join stands.</summary>
    public Location Location { get; set; } = Location.Input;

    /// <summary>Position in the run of the member that it stands in.</summary>
    public int MemberOrdinal { get; set; }
}
