using Conformance.Documents;

namespace Conformance.Profiles.Mspf.Rules;

/// <summary>A room's details have a member that the text doesn't define.</summary>
internal sealed class ROM015 : IRoomRule
{
    /// <inheritdoc />
    public string Id => nameof(ROM015);

    /// <inheritdoc />
    public void Check(Node details, DocumentVisit visit)
    {
        foreach ((Node key, Node value) in details.Members())
        {
            if (!key.TextEquals("version"u8) && !key.TextEquals("aliases"u8))
            {
                visit.Report(Id, value, ("name", key.AsString() ?? KindName.Of(key)));
            }
        }
    }
}
