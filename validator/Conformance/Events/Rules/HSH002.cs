using System.Text;
using Conformance.Documents;
using Conformance.Events.Hashing;
using Conformance.Events.Versions;

namespace Conformance.Events.Rules;

/// <summary>An event that isn't redacted fits its content hash.</summary>
internal static class HSH002
{
    private const string Id = nameof(HSH002);

    public static void Check(EventVisit visit, ContentHashState state, EventHasher hasher)
    {
        if (state != ContentHashState.Differs || !visit.Wants(Id))
        {
            return;
        }

        Span<byte> computed = stackalloc byte[UnpaddedBase64.HashLength];
        UnpaddedBase64.EncodeHash(hasher.ContentHash, computed, urlSafe: false);
        Node stated = visit.Event[EventField.Hashes].Get("sha256"u8);
        visit.Report(Id, stated, ("stated", stated.AsString()), ("computed", Encoding.ASCII.GetString(computed)));
    }
}
