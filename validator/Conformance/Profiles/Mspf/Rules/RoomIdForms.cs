using Conformance.Documents;
using Conformance.Events.Versions;

namespace Conformance.Profiles.Mspf.Rules;

/// <summary>Which form of room ID a room's version asks for.</summary>
internal static class RoomIdForms
{
    /// <summary>The form; null when the version is missing or unknown.</summary>
    public static RoomIdForm? Of(Node details)
    {
        Node version = details.Get("version"u8);
        return version.Kind == NodeKind.Text ? RoomVersions.Find(version.Utf8)?.RoomIds : null;
    }
}
