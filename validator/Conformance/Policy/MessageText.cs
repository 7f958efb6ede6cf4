using System.Collections.Immutable;
using System.Text;
using Conformance.Findings;

namespace Conformance.Policy;

/// <summary>Fills the arguments into the messages of the catalogue.</summary>
internal static class MessageText
{
    /// <summary>The message with each <c>{name}</c> replaced by the argument of that name. A name without argument, and any
    /// other use of braces, stays as it is; braces in values mean nothing.</summary>
    public static string Fill(string message, ImmutableArray<Argument> arguments)
    {
        if (!message.Contains('{', StringComparison.Ordinal))
        {
            return message;
        }

        var text = new StringBuilder(message.Length + 64);
        int at = 0;
        foreach ((int start, int length) in Names(message))
        {
            string name = message.Substring(start + 1, length - 2);
            Argument argument = arguments.FirstOrDefault(candidate => candidate.Name == name);
            text.Append(message, at, start - at).Append(argument.Name is null ? message.Substring(start, length) : argument.Value);
            at = start + length;
        }

        return text.Append(message, at, message.Length - at).ToString();
    }

    /// <summary>The places of names between braces in a message: a letter, then letters and digits.</summary>
    public static IEnumerable<(int Start, int Length)> Names(string message)
    {
        for (int start = message.IndexOf('{', StringComparison.Ordinal); start >= 0; start = message.IndexOf('{', start + 1))
        {
            int end = start + 1;
            while (end < message.Length && char.IsAsciiLetterOrDigit(message[end]))
            {
                end++;
            }

            if (end < message.Length && message[end] == '}' && char.IsAsciiLetter(message[start + 1]))
            {
                yield return (start, end + 1 - start);
            }
        }
    }
}
