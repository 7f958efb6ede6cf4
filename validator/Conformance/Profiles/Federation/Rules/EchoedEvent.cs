using Conformance.Documents;
using Conformance.Events.Canonical;
using Conformance.Signatures;

namespace Conformance.Profiles.Federation.Rules;

/// <summary>An event that was sent and that comes back with signatures added.</summary>
/// <param name="Sent">The event as it was sent.</param>
/// <param name="Back">The event as it comes back.</param>
internal readonly record struct EchoedEvent(Node Sent, Node Back)
{
    /// <summary>The event of an exchange; null when there are no two copies, or when the two have different IDs, which FED029 reports.</summary>
    public static EchoedEvent? Of(FederationVisit visit)
    {
        if (!visit.IsAnyOf("send_join", "send_join/v1", "invite", "invite/v1") || visit.Request is not { IsReadable: true } request)
        {
            return null;
        }

        Node sent = visit.Is("invite") ? request.Map.Get("event"u8) : request.Root;
        Node back = visit.Answer.Map.Get("event"u8);
        bool isOther = request.Of(PduRole.Event) is { Events: [{ Index: >= 0 } first] } && visit.Answer.Of(PduRole.Event) is { Events: [{ Index: >= 0 } second] } && first.Index != second.Index;
        return sent.Kind == NodeKind.Map && back.Kind == NodeKind.Map && !isOther ? new EchoedEvent(sent, back) : null;
    }

    /// <summary>The first member that isn't the same in both, signatures and what servers may add aside; null when all are.</summary>
    public string? Difference()
    {
        var writer = new CanonicalJsonWriter();
        if (!SignedJson.TryWrite(Sent, writer, lenient: true))
        {
            return null;
        }

        byte[] sent = writer.Written.ToArray();
        if (!SignedJson.TryWrite(Back, writer, lenient: true) || writer.Written.SequenceEqual(sent))
        {
            return null;
        }

        var names = new SortedSet<string>(StringComparer.Ordinal);
        foreach (Node side in (Node[])[Sent, Back])
        {
            foreach ((Node name, Node _) in side.Members())
            {
                names.Add(name.AsString() ?? "");
            }
        }

        foreach (string name in names.Where(name => name is not ("signatures" or "unsigned")))
        {
            byte[] utf8 = System.Text.Encoding.UTF8.GetBytes(name);
            if (!Form(Sent.Get(utf8), writer).AsSpan().SequenceEqual(Form(Back.Get(utf8), writer)))
            {
                return name;
            }
        }

        return null;
    }

    private static byte[] Form(Node value, CanonicalJsonWriter writer)
    {
        if (!value.Exists)
        {
            return [];
        }

        writer.Start(value.Document, lenient: true);
        writer.WriteValue(value.Index);
        return writer.Written.ToArray();
    }
}
