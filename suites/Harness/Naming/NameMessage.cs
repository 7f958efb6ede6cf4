using System.Buffers.Binary;
using System.Net;
using System.Text;

namespace Conformance.Suites.Harness.Naming;

/// <summary>Messages of the Domain Name System (RFC 1035, section 4): one question in, at most one address out.</summary>
internal static class NameMessage
{
    private const int HeaderBytes = 12;

    /// <summary>Reads a question.</summary>
    /// <param name="message">The message.</param>
    /// <param name="question">The question.</param>
    /// <param name="end">Where the question ends in the message.</param>
    /// <returns>Whether it is a message with one question that can be understood.</returns>
    public static bool TryRead(ReadOnlySpan<byte> message, out NameQuestion question, out int end)
    {
        question = new NameQuestion("", 0);
        end = HeaderBytes;
        if (message.Length < HeaderBytes || (message[2] & 0x80) != 0 || BinaryPrimitives.ReadUInt16BigEndian(message[4..]) != 1)
        {
            return false;
        }

        var name = new StringBuilder();
        while (end < message.Length && message[end] is > 0 and < 64 and var length)
        {
            if (end + 1 + length > message.Length)
            {
                return false;
            }

            name.Append(name.Length > 0 ? "." : "").Append(Encoding.Latin1.GetString(message.Slice(end + 1, length)));
            end += 1 + length;
        }

        const int TypeAndClassBytes = 4;
        if (end + 1 + TypeAndClassBytes > message.Length || message[end] != 0)
        {
            return false;
        }

        question = new NameQuestion(name.ToString(), BinaryPrimitives.ReadUInt16BigEndian(message[(end + 1)..]));
        end += 1 + TypeAndClassBytes;
        return true;
    }

    /// <summary>Makes the answer.</summary>
    /// <param name="asked">The message up to the end of its question.</param>
    /// <param name="type">What was asked for.</param>
    /// <param name="address">The name's address; null when there is no such name.</param>
    public static byte[] Answer(ReadOnlySpan<byte> asked, int type, IPAddress? address)
    {
        const byte IsAnswer = 0x84;
        const byte RecursionIsThere = 0x80;
        const byte NoSuchName = 3;
        const byte RecursionWanted = 1;
        byte[]? record = address is not null && type == NameQuestion.AddressType ? Record(address) : null;
        byte[] answer = new byte[asked.Length + (record?.Length ?? 0)];
        asked.CopyTo(answer);
        answer[2] = (byte)(IsAnswer | (asked[2] & RecursionWanted));

        // A name that has an address but not the type asked for exists: an empty answer, no error.
        answer[3] = (byte)(RecursionIsThere | (address is null ? NoSuchName : 0));
        answer.AsSpan(6, 6).Clear();
        if (record is not null)
        {
            answer[7] = 1;
            record.CopyTo(answer.AsSpan(asked.Length));
        }

        return answer;
    }

    /// <summary>The record of an address for the name in the question, good for no time at all: a test may move it.</summary>
    private static byte[] Record(IPAddress address) => [0xC0, HeaderBytes, 0, 1, 0, 1, 0, 0, 0, 0, 0, 4, .. address.MapToIPv4().GetAddressBytes()];
}
