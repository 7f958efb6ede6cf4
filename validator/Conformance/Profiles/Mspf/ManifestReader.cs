using System.Collections.Immutable;
using Conformance.Documents;
using Conformance.Findings;
using Conformance.Pipeline;
using Conformance.Profiles.Mspf.Rules;

namespace Conformance.Profiles.Mspf;

/// <summary>Reads and checks <c>manifest.mspf.json</c>.</summary>
internal static class ManifestReader
{
    private const int MaxVersionLength = 64;

    /// <summary>Reads the manifest.</summary>
    /// <returns>What was understood; null when it names no items that could be read.</returns>
    public static Manifest? Read(byte[] bytes, DocumentVisit visit)
    {
        Document document = JsonMember.Parse(bytes, visit.Archive.Options.Limits.Depth);
        FaultReporter.Report(document, new Location(visit.Member, Pointer: ""), visit.MemberOrdinal, except: default, visit.Sink);
        Node root = document.Root;
        if (!root.Exists || document.FaultKinds.Contains(FaultKind.TooManyNodes))
        {
            // What was not read is not missing.
            return null;
        }

        ItemSchema.Manifest.Check(root, visit);
        Node items = root.Get("items"u8);
        Manifest? manifest = items.Kind == NodeKind.Map ? new Manifest(Items(items, visit)) : null;
        foreach (IManifestRule rule in MspfRules.Manifest)
        {
            rule.Check(root, manifest, visit);
        }

        return manifest;
    }

    private static ImmutableArray<ManifestItem> Items(Node items, DocumentVisit visit)
    {
        ImmutableArray<ManifestItem>.Builder list = ImmutableArray.CreateBuilder<ManifestItem>(items.Count);
        foreach ((Node key, Node value) in items.Members())
        {
            if (key.AsString() is { } specifier)
            {
                list.Add(new ManifestItem(specifier, visit.At(value), VersionOf(value), KnownItem.Find(specifier)));
            }
        }

        return list.ToImmutable();
    }

    private static ItemVersion VersionOf(Node item)
    {
        Node version = item.Get("v"u8);
        if (!version.Exists)
        {
            return ItemVersion.None;
        }

        Node major = version.Kind == NodeKind.Array && version.Count > 0 ? FirstOf(version) : version;
        bool isOne = major.TextEquals("1"u8) || (major.Kind == NodeKind.Integer && (major.Flags & NodeFlags.BigInteger) == 0 && major.Int64Value == 1);
        ReadOnlySpan<byte> raw = version.Raw;
        return new ItemVersion(Quoting.Safe(raw.Length <= MaxVersionLength ? raw : raw[..MaxVersionLength]), isOne);
    }

    private static Node FirstOf(Node array)
    {
        foreach (Node element in array.Elements())
        {
            return element;
        }

        return default;
    }
}
