using Conformance.Documents;

namespace Conformance.Profiles.Mspf.Rules;

/// <summary><c>m.core.json</c> has a member that the text doesn't define.</summary>
internal sealed class COR009 : ICoreRule
{
    /// <inheritdoc />
    public string Id => nameof(COR009);

    /// <inheritdoc />
    public void Check(Node core, DocumentVisit visit)
    {
        foreach ((Node name, Node value) in core.Members())
        {
            if (!name.TextEquals("server_name"u8) && !name.TextEquals("signing_key"u8))
            {
                visit.ReportAround(Id, value, core, ("name", visit.NameOf(name)));
            }
        }
    }
}
