using System.Buffers;
using Conformance.Documents;

namespace Conformance.Events.Rules;

/// <summary>A signature is 64 bytes in unpadded Base64.</summary>
internal static class EVT042
{
    private const string Id = nameof(EVT042);
    private const int Characters = 86;

    private static readonly SearchValues<byte> Base64 = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"u8);

    public static void Check(EventVisit visit, Node signature)
    {
        ReadOnlySpan<byte> text = signature.Utf8;
        if ((text.Length != Characters || text.ContainsAnyExcept(Base64)) && visit.Wants(Id))
        {
            visit.Report(Id, signature, ("length", text.Length));
        }
    }
}
