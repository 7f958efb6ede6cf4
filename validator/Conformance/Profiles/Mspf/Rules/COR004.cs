using Conformance.Documents;
using Conformance.Events.Identifiers;
using Conformance.Findings;

namespace Conformance.Profiles.Mspf.Rules;

/// <summary>The server name doesn't follow the grammar.</summary>
internal sealed class COR004 : ICoreRule
{
    /// <inheritdoc />
    public string Id => nameof(COR004);

    /// <inheritdoc />
    public void Check(Node core, DocumentVisit visit)
    {
        Node name = core.Get("server_name"u8);
        if (name.Kind == NodeKind.Text && ServerName.Check(name.Utf8) != IdentifierFault.None)
        {
            // A text with a space is no server name but could be the signing key in the wrong place.
            visit.Report(Id, name, ("value", name.Utf8.Contains((byte)' ') ? Quoting.Secret(name.Utf8) : Quoting.Safe(name.Utf8)));
        }
    }
}
