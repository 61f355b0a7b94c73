package io.nanocell.api;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/// Bodies end at 5 MB, whatever length the client announced; [LargeBody] has another limit. Uploads have their own.
@ControllerAdvice
class BodyLimit extends RequestBodyAdviceAdapter {

    static final int MAX_BYTES = 5 * 1024 * 1024;

    @Override
    public boolean supports(
            MethodParameter parameter, Type target, Class<? extends HttpMessageConverter<?>> converterType) {
        return true;
    }

    @Override
    public HttpInputMessage beforeBodyRead(
            HttpInputMessage message,
            MethodParameter parameter,
            Type target,
            Class<? extends HttpMessageConverter<?>> converterType)
            throws IOException {
        var large = parameter.getParameterAnnotation(LargeBody.class);
        var body = new LimitedStream(message.getBody(), large == null ? MAX_BYTES : large.value() << 20);
        return new HttpInputMessage() {
            @Override
            public InputStream getBody() {
                return body;
            }

            @Override
            public HttpHeaders getHeaders() {
                return message.getHeaders();
            }
        };
    }

    /// The body went past the limit.
    static final class ExceededException extends IOException {

        private static final long serialVersionUID = 1;

        private final int limit;

        ExceededException(int limit) {
            super("the body has more than " + limit + " bytes");
            this.limit = limit;
        }

        int limit() {
            return limit;
        }
    }

    private static final class LimitedStream extends FilterInputStream {

        private final int limit;
        private long left;

        LimitedStream(InputStream in, int limit) {
            super(in);
            this.limit = limit;
            this.left = limit;
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            count(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        @Override
        public long skip(long n) throws IOException {
            long skipped = super.skip(n);
            count(skipped);
            return skipped;
        }

        private void count(long bytes) throws ExceededException {
            left -= bytes;
            if (left < 0) {
                throw new ExceededException(limit);
            }
        }
    }
}
