using Conformance.Documents;

namespace Conformance.Profiles.Mspf.Rules;

/// <summary>An item's name is no specifier in Java domain notation.</summary>
internal sealed class MAN015 : IManifestRule
{
    /// <inheritdoc />
    public string Id => nameof(MAN015);

    /// <inheritdoc />
    public void Check(Node root, Manifest? manifest, DocumentVisit visit)
    {
        foreach (ManifestItem item in manifest?.Items ?? [])
        {
            if (!Specifier.IsValid(item.Specifier))
            {
                visit.Sink.Report(Id, item.Location, visit.MemberOrdinal, ("item", item.Specifier));
            }
        }
    }
}
